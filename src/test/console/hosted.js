// Usage: node hosted.js APP API CHROMIUM USERNAME PASSWORD
// Signs in on the user pool's pages from the page at APP, calls API, refreshes and signs out; prints what it saw as JSON.
import puppeteer from 'puppeteer-core';

const [app, api, executablePath, username, password] = process.argv.slice(2);
const seen = { errors: [] };
// The certificate is this run's own, and the browser's store is left alone.
const browser = await puppeteer.launch({ executablePath, headless: true, acceptInsecureCerts: true, args: ['--no-sandbox', '--disable-gpu'] });

try {
  const page = await browser.newPage();
  page.on('pageerror', error => seen.errors.push(error.message));
  await page.goto(app);
  await page.waitForSelector('body[data-ready]');
  seen.before = await page.evaluate(() => window.amplify.token());
  await Promise.all([page.waitForNavigation(), page.evaluate(() => window.amplify.signIn())]);
  seen.page = await page.title();
  await page.type('input[name="username"]', username);
  await page.type('input[name="password"]', password);
  await Promise.all([page.waitForNavigation(), page.click('button[type="submit"]')]);
  await page.waitForSelector('body[data-auth="signInWithRedirect"], body[data-auth="signedIn"]');
  seen.email = await page.evaluate(() => window.amplify.email());
  const token = await page.evaluate(() => window.amplify.token());
  const next = await page.evaluate(() => window.amplify.token({ forceRefresh: true }));
  seen.refreshed = next !== '' && next !== token;
  seen.status = await page.evaluate(async (url, bearer) =>
    (await fetch(url, { headers: { Authorization: `Bearer ${bearer}` } })).status, api, next);
  await Promise.all([page.waitForNavigation(), page.evaluate(() => { window.amplify.signOut(); })]);
  await page.waitForSelector('body[data-ready]');
  seen.address = page.url();
  seen.after = await page.evaluate(() => window.amplify.token());
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}
