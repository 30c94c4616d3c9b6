#!/usr/bin/env node
// Stands in for tsc, which is no part of npm: checks one thing, and takes the types out.
const { readFileSync, writeFileSync } = require("node:fs");
const [from, to] = process.argv.slice(2);
const text = readFileSync(from, "utf8");
const wrong = /const \w+: string = \d/.exec(text);
if (wrong) {
  console.error(from + ": error TS2322: Type 'number' is not assignable to type 'string'.");
  process.exit(2);
}
writeFileSync(to, text.replace(/: (number|string|Promise<object>)/g, ""));
