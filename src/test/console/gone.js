// Usage: node gone.js ADDRESS CHROMIUM
// Stays on the console at ADDRESS while its stack is read again and its server ends: each line of its input is the next step, and
// each line of its output is what it saw, as JSON.
import { createInterface } from 'node:readline';
import puppeteer from 'puppeteer-core';

const [address, executablePath] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
const steps = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function tell(page) {
  console.log(JSON.stringify({
    connection: await page.$eval('#connection', element => element.textContent),
    routes: await page.$$eval('[data-route]', cards => cards.map(card => card.dataset.route)),
    token: await page.$eval('#token-title', element => element.textContent),
  }));
  await steps.next();
}

try {
  const page = await browser.newPage();
  await page.goto(`${address}/_tollgate/`);
  await page.waitForSelector('body[data-ready]');
  await page.click('[data-client] button');
  await page.waitForFunction(() => document.getElementById('token-title').textContent !== '');
  await tell(page);
  await page.waitForFunction(() => document.getElementById('connection').textContent.includes('again'));
  await tell(page);
  await page.waitForSelector('#connection.lost');
  await tell(page);
} finally {
  await browser.close();
  process.stdin.destroy();
}
