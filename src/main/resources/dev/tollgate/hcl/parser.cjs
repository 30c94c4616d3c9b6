// Reads HCL with HashiCorp's own parser, compiled to WebAssembly (@cdktn/hcl2json). Standard input brings frames: four bytes
// of length, then the bytes. The first two are the Go runtime's wasm_exec.js and the gzipped program; each pair that follows is
// a file's name and its text, and is answered by one frame: `+` and the file as JSON, or `-` and why it is not HCL.
"use strict";
const { gunzipSync } = require("node:zlib");

globalThis.require = require;
globalThis.fs = require("node:fs");
globalThis.performance ??= require("node:perf_hooks").performance;
globalThis.crypto ??= require("node:crypto").webcrypto;

const parser = {};
globalThis.__parse_terraform_config_wasm__ = parser;

async function start(runtime, program) {
  new Function(runtime.toString("utf8"))();
  const go = new globalThis.Go();
  const { instance } = await WebAssembly.instantiate(gunzipSync(program), go.importObject);
  go.run(instance).then(() => process.exit(70));
}

function answer(text) {
  const bytes = Buffer.from(text, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  process.stdout.write(Buffer.concat([length, bytes]));
}

function parse(name, text) {
  return new Promise((resolve) =>
    parser.parse(name, text, (error, json) => resolve(error ? "-" + (error.message ?? error) : "+" + json)),
  );
}

async function* frames() {
  let pending = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    pending.push(chunk);
    size += chunk.length;
    while (size >= 4) {
      const all = pending.length === 1 ? pending[0] : Buffer.concat(pending, size);
      pending = [all];
      const length = all.readUInt32BE(0);
      if (size < 4 + length) {
        break;
      }
      yield all.subarray(4, 4 + length);
      pending = [all.subarray(4 + length)];
      size -= 4 + length;
    }
  }
}

(async () => {
  const first = [];
  for await (const frame of frames()) {
    first.push(frame);
    if (first.length === 2 && !parser.parse) {
      await start(...first.splice(0));
    } else if (first.length === 2) {
      const [name, text] = first.splice(0);
      answer(await parse(name.toString("utf8"), text.toString("utf8")));
    }
  }
  process.exit(0);
})();
