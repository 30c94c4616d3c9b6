# fine
/* never closed
locals {}
