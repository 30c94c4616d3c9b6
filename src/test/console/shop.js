// Usage: node shop.js APP POOL API CHROMIUM
// Signs up in the shop at APP, whose pool is at POOL, calls API, refreshes and signs out; prints what it saw as JSON.
import puppeteer from 'puppeteer-core';

const [app, pool, api, executablePath] = process.argv.slice(2);
const seen = { errors: [], answers: [] };
const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });

async function ready(page) {
  await page.waitForSelector('body[data-ready]');
}

async function pressed(page, id) {
  const before = await page.$eval('#answer', answer => answer.textContent);
  await page.click(`#${id}`);
  await page.waitForFunction(old => document.getElementById('answer').textContent !== old, {}, before);
  const text = await page.$eval('#answer', answer => answer.textContent);
  seen.answers.push(text);
  return text;
}

async function sent(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    await page.$eval(`input[name="${name}"]`, input => { input.value = ''; });
    await page.type(`input[name="${name}"]`, value);
  }
  await Promise.all([page.waitForNavigation(), page.click('button[type="submit"]')]);
}

/** The code of the last mail, which the test hands over. */
async function code() {
  return (await (await fetch(`${app}mail`)).text()).match(/[0-9]{6}/)[0];
}

/** What `address` answers to the page, with the token that it had last. */
async function status(page, address) {
  return page.evaluate(async (url, token) => (await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).status, address, token);
}

let token = '';

try {
  const page = await browser.newPage();
  page.on('pageerror', error => seen.errors.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 40[0-9]|favicon/.test(message.text())) seen.errors.push(message.text());
  });
  page.on('response', async answer => {
    if (answer.url().endsWith('/oauth2/token') && answer.request().method() === 'POST') token = (await answer.json()).access_token;
  });
  await page.goto(app);
  await ready(page);
  await pressed(page, 'orders');
  seen.without = (await fetch(api)).status;
  await Promise.all([page.waitForNavigation(), page.click('#in')]);
  seen.page = await page.title();
  await Promise.all([page.waitForNavigation(), page.evaluate(() => [...document.links].find(link => link.textContent === 'Sign up').click())]);
  await sent(page, { username: 'eve@shop.example', password: 'Correct-Horse-1' });
  await sent(page, { code: await code() });
  await ready(page);
  await page.waitForFunction(() => document.getElementById('who').textContent.includes('@'));
  seen.who = await page.$eval('#who', who => who.textContent);
  seen.address = page.url();
  await pressed(page, 'orders');
  await pressed(page, 'refresh');
  await pressed(page, 'orders');
  seen.before = [await status(page, `${pool}/oauth2/userInfo`), await status(page, api)];
  await Promise.all([page.waitForNavigation(), page.click('#out')]);
  await ready(page);
  seen.revoked = [await status(page, `${pool}/oauth2/userInfo`), await status(page, api)];
  await pressed(page, 'orders');
  await Promise.all([page.waitForNavigation(), page.click('#in')]);
  seen.after = await page.title();
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}
