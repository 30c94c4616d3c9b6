// screen.js FILE BOLD…: shows the bytes of FILE on a terminal; each BOLD is bold there, and nothing else is underlined.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import xterm from '@xterm/headless';

const [file, ...bold] = process.argv.slice(2);
const terminal = new xterm.Terminal({ cols: 200, rows: 200, allowProposedApi: true });
await new Promise((done) => terminal.write(readFileSync(file), done));

const cells = [];
for (let y = 0; y < terminal.buffer.active.length; y++) {
  const line = terminal.buffer.active.getLine(y);
  for (let x = 0; x < line.length; x++) {
    cells.push(line.getCell(x));
  }
}
const text = cells.map((cell) => cell.getChars() || ' ').join('');
const fail = (what) => {
  console.error(`${file}: ${what}\n${text.replace(/\s{2,}/g, '\n')}`);
  process.exit(1);
};

const underlined = cells.findIndex((cell) => cell.isUnderline());
if (underlined >= 0) fail(`underlined from: ${text.slice(underlined, underlined + 40)}`);
for (const word of bold) {
  const at = text.indexOf(word);
  if (at < 0) fail(`there is no ${word}`);
  if (!cells.slice(at, at + word.length).every((cell) => cell.isBold())) fail(`${word} is not bold`);
}
const last = text.trimEnd().length - 1;
if (cells[last].isBold()) fail('bold never ends');
