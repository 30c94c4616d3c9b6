process.stdout.write("pid " + process.pid + "\n");
for (;;);
