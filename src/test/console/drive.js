// Usage: node drive.js ADDRESS CHROMIUM [FOLDER]
// Opens the console at ADDRESS, is refused with 401 and 403 and let in with 200, at two widths, light and dark; then with the
// keyboard alone, as a person, with a token of its own; and Swagger UI. Prints what it saw as JSON. Pictures go to FOLDER.
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const [address, executablePath, folder] = process.argv.slice(2);
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const seen = { errors: [], elsewhere: [], widths: [], axe: [] };
const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
await browser.defaultBrowserContext().overridePermissions(address, ['clipboard-read', 'clipboard-sanitized-write']);

function watch(page) {
  page.on('pageerror', error => seen.errors.push(error.message));
  // A refusal is what is tried here, and Chromium calls each an error.
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 40[134]/.test(message.text())) seen.errors.push(message.text());
  });
  page.on('request', request => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) seen.elsewhere.push(request.url());
  });
}

const answered = (page, card, before) =>
  page.waitForFunction((selector, old) => document.querySelector(selector).textContent !== old, {}, `${card} .answer`, before);

async function tried(page, button, route = 'GET /orders') {
  const card = `[data-route="${route}"]`;
  const before = await page.$eval(`${card} .answer`, answer => answer.textContent);
  await page.$eval(`${card} button.${button}`, element => element.click());
  await answered(page, card, before);
  return page.$eval(`${card} .status`, status => Number(status.textContent));
}

const titled = (page, text) => page.waitForFunction(what => document.getElementById('token-title').textContent.includes(what), {}, text);

async function token(page, client) {
  await page.click(`[data-client="${client}"] button`);
  await titled(page, client);
}

/** What axe-core finds of this kind, and where. */
async function violations(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run()).violations
    .map(one => ({ id: one.id, impact: one.impact, where: one.nodes.map(node => node.target.join(' ')) })));
  seen.axe.push({ page: name, violations: found });
}

async function opened(path, width, scheme) {
  const page = await browser.newPage();
  watch(page);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(address + path);
  await page.waitForSelector('body[data-ready]');
  return page;
}

/** Times are another with every run. */
function still(page) {
  return page.evaluate(() => {
    document.querySelectorAll('#requests tbody tr').forEach((row, i) => {
      row.querySelector('time').textContent = `12:00:${String(59 - i).padStart(2, '0')}`;
      row.cells[2].lastElementChild.textContent = '3 ms';
    });
    document.querySelectorAll('#token-times time').forEach((time, i) => { time.textContent = i ? '13:00:00' : '12:00:00'; });
    const about = document.getElementById('about');
    about.textContent = about.textContent.replace(/:[0-9]+\//, ':8080/');
    const claims = document.getElementById('token-claims');
    claims.textContent = claims.textContent.replace(/(exp|iat|auth_time)": \d+/g, '$1": 1790000000').replace(/(jti|client_id|sub)": "[^"]+/g, '$1": "…').replace(/eu-west-1_[a-z0-9]+"/, 'eu-west-1_…"');
    document.querySelectorAll('.answer pre').forEach(pre => { pre.textContent = pre.textContent.replace(/(apigw-requestid|date): .*/g, '$1: …').replace(/"client": "[^"]+/, '"client": "…'); });
  });
}

async function look(name, width, scheme) {
  const page = await browser.newPage();
  watch(page);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setExtraHTTPHeaders({ Accept: 'text/html' });
  await page.goto(address + '/');
  await page.setExtraHTTPHeaders({});
  await page.waitForSelector('body[data-ready]');
  const statuses = [await tried(page, 'without')];
  await token(page, 'shop-buyer');
  statuses.push(await tried(page, 'with'));
  await token(page, 'shop-seller');
  statuses.push(await tried(page, 'with'));
  await page.waitForFunction(() => document.querySelectorAll('#requests tbody tr').length >= 3);
  seen.widths.push({
    name,
    at: page.url(),
    statuses,
    routes: await page.$$eval('[data-route]', cards => cards.map(card => card.dataset.route)),
    reasons: await page.$$eval('#requests tbody td:nth-child(2) .why', cells => cells.map(cell => cell.textContent)),
    secrets: await page.$eval('body', body => body.textContent.includes('secret_')),
    overflows: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
  });
  await page.$$eval('details', all => all.forEach(one => { one.open = true; }));
  await violations(page, name);
  await page.$$eval('details', all => all.forEach(one => { one.open = false; }));
  if (folder) {
    await still(page);
    await page.screenshot({ path: `${folder}/console-${name}.png`, optimizeForSpeed: false });
  }
  await page.close();
}

/** Tab until `name` has the focus; every stop on the way has to show that it has it. */
async function tab(page, name) {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return { name: element.getAttribute('aria-label') ?? element.textContent.trim(), shown: element === document.body || style.outlineStyle !== 'none' };
    });
    if (!at.shown) seen.keyboard.unseen.push(at.name);
    if (at.name === name) return;
  }
  throw new Error(`the keyboard does not reach "${name}"`);
}

async function keyboard() {
  seen.keyboard = { unseen: [], statuses: [] };
  const page = await opened('/_tollgate/', 1280, 'light');
  await tab(page, 'get a token: shop-seller');
  await page.keyboard.press('Enter');
  await titled(page, 'shop-seller');
  for (const name of ['try without a token: GET /orders', 'try with the token: GET /orders']) {
    const before = await page.$eval('[data-route="GET /orders"] .answer', answer => answer.textContent);
    await tab(page, name);
    await page.keyboard.press('Enter');
    await answered(page, '[data-route="GET /orders"]', before);
    seen.keyboard.statuses.push(await page.$eval('[data-route="GET /orders"] .status', status => Number(status.textContent)));
  }
  await tab(page, 'copy curl: GET /orders');
  await page.keyboard.press('Enter');
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('curl'));
  seen.keyboard.curl = await page.evaluate(() => navigator.clipboard.readText());
  await page.close();
}

async function people() {
  const page = await opened('/_tollgate/', 1280, 'light');
  const card = '[data-client="shop-web"]';
  seen.people = await page.$$eval(`${card} select.person option`, options => options.map(option => option.textContent));
  const signedInAs = async kind => {
    await page.select(`${card} select.kind`, kind);
    await page.click(`${card} button.as`);
    await titled(page, kind === 'id' ? 'ID' : kind);
    return JSON.parse(await page.$eval('#token-claims', claims => claims.textContent));
  };
  seen.claims = await signedInAs('access');
  seen.signedIn = [await tried(page, 'with')];
  seen.signedIn.push(await tried(page, 'without'));
  seen.signedIn.push(await tried(page, 'with', 'POST /orders'));
  seen.idToken = (await signedInAs('id')).token_use;
  await page.close();
}

/** Scopes, a pasted token, own headers, the filter, a link to a route, and the colour of what is not there. */
async function details() {
  const page = await opened(`/_tollgate/#${encodeURIComponent('GET /health')}`, 1280, 'light');
  seen.linked = await page.$$eval('.linked', cards => cards.map(card => card.dataset.route));
  const card = '[data-client="shop-both"]';
  await page.click(`${card} input[value="shop/sell"]`);
  await page.click(`${card} button`);
  await titled(page, 'shop-both');
  seen.scope = JSON.parse(await page.$eval('#token-claims', claims => claims.textContent)).scope;
  await page.click('#token-copy');
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('eyJ'));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.click('#token-forget');
  await page.$eval('#paste', form => { form.parentElement.open = true; });
  await page.type('#pasted', `Bearer ${copied}`);
  await page.click('#paste button');
  await titled(page, 'pasted');
  seen.pasted = [await tried(page, 'with', 'POST /orders'), await tried(page, 'with')];
  seen.times = await page.$eval('#token-times', times => times.textContent);
  await page.$eval('[data-route="GET /health"] .headers', field => { field.value = 'X-Own: from the page'; });
  await tried(page, 'without', 'GET /health');
  seen.formatted = await page.$eval('[data-route="GET /health"] .answer pre', pre => pre.textContent);
  await page.type('#filter', 'shop/sell');
  seen.filtered = await page.$$eval('[data-route]:not([hidden])', cards => cards.map(card => card.dataset.route));
  seen.missing = await page.evaluate(() => fetch("/nowhere").then(() => "asked"));
  await page.waitForFunction(() => document.querySelector('#requests tbody tr .status').textContent === '404');
  seen.missing = await page.$eval('#requests tbody tr .status', status => status.className);
  const names = await page.$$eval('button', buttons => buttons.map(button => button.getAttribute('aria-label') ?? button.textContent));
  seen.twice = names.filter((name, i) => names.indexOf(name) !== i);
  await page.close();
}

async function swagger() {
  const page = await opened('/_tollgate/swagger', 1280, 'dark');
  await page.waitForSelector('.opblock');
  seen.swagger = await page.$$eval('.opblock-summary-path', paths => paths.map(path => path.textContent.trim()));
  seen.dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor);
  await page.click('.btn.authorize');
  await page.waitForSelector('.auth-container');
  // The form of client_credentials: the field has the name of a client, and no secret.
  seen.client = await page.$eval('.auth-container input[id^="client_id_clientCredentials"]', input => input.value);
  await page.$$eval('.auth-container', all => all.find(one => one.querySelector('input[id^="client_id_clientCredentials"]')).querySelector('button.authorize').click());
  await page.waitForFunction(() => [...document.querySelectorAll('.auth-container button')].some(button => button.textContent === 'Logout'));
  seen.authorized = true;
  await page.close();
}

try {
  for (const [name, width] of [['wide', 1280], ['narrow', 390]]) {
    await look(name, width, 'light');
    await look(`${name}-dark`, width, 'dark');
  }
  await keyboard();
  await people();
  await details();
  await swagger();
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}
