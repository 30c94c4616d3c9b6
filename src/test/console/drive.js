// Usage: node drive.js ADDRESS CHROMIUM [FOLDER]
// Opens the console at ADDRESS, is refused with 401 and 403 and let in with 200, at two widths; prints what it saw as JSON.
// Pictures go to FOLDER.
import puppeteer from 'puppeteer-core';

const [address, executablePath, folder] = process.argv.slice(2);
const seen = { errors: [], elsewhere: [], widths: [] };
const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });

function watch(page) {
  page.on('pageerror', error => seen.errors.push(error.message));
  // A refusal is what is tried here, and Chromium calls each an error.
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 40[13]/.test(message.text())) seen.errors.push(message.text());
  });
  page.on('request', request => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) seen.elsewhere.push(request.url());
  });
}

async function tried(page, button, route = 'GET /orders') {
  const card = `[data-route="${route}"]`;
  const before = await page.$eval(`${card} .answer`, answer => answer.textContent);
  await page.click(`${card} button.${button}`);
  await page.waitForFunction((selector, old) => document.querySelector(selector).textContent !== old, {}, `${card} .answer`, before);
  return page.$eval(`${card} .status`, status => Number(status.textContent));
}

async function token(page, client) {
  await page.click(`[data-client="${client}"] button`);
  await page.waitForFunction(name => document.getElementById('token-title').textContent.endsWith(name), {}, client);
}

try {
  for (const [name, width] of [['wide', 1280], ['narrow', 390]]) {
    const page = await browser.newPage();
    watch(page);
    await page.setViewport({ width, height: 900 });
    await page.setExtraHTTPHeaders({ Accept: 'text/html' });
    await page.goto(address + '/');
    await page.setExtraHTTPHeaders({});
    await page.waitForSelector('body[data-ready]');
    const statuses = [await tried(page, 'without')];
    await token(page, 'shop-buyer');
    statuses.push(await tried(page, 'with'));
    await token(page, 'shop-seller');
    statuses.push(await tried(page, 'with'));
    seen.widths.push({
      name,
      at: page.url(),
      statuses,
      routes: await page.$$eval('[data-route]', cards => cards.map(card => card.dataset.route)),
      reasons: await page.$$eval('#requests tbody tr td:last-child', cells => cells.map(cell => cell.textContent)),
      secrets: await page.$eval('body', body => body.textContent.includes('secret_')),
      overflows: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
    });
    if (folder) {
      // Times are another with every run.
      await page.$$eval('#requests tbody tr', rows => rows.forEach((row, i) => {
        row.cells[0].textContent = `12:00:0${9 - i}`;
        row.cells[2].textContent = row.cells[2].textContent.replace(/\d+ ms/, '3 ms');
      }));
      await page.screenshot({ path: `${folder}/console-${name}.png`, optimizeForSpeed: false });
    }
    await page.close();
  }
  const people = await browser.newPage();
  watch(people);
  await people.goto(`${address}/_tollgate/`);
  await people.waitForSelector('body[data-ready]');
  const card = '[data-client="shop-web"]';
  seen.people = await people.$$eval(`${card} select.person option`, options => options.map(option => option.textContent));
  const signedInAs = async kind => {
    await people.select(`${card} select.kind`, kind);
    await people.click(`${card} button.as`);
    await people.waitForFunction(what => document.getElementById('token-title').textContent.startsWith(what), {}, kind === 'id' ? 'ID' : kind);
    return JSON.parse(await people.$eval('#token-claims', claims => claims.textContent));
  };
  seen.claims = await signedInAs('access');
  seen.signedIn = [await tried(people, 'with')];
  seen.signedIn.push(await tried(people, 'without'));
  seen.signedIn.push(await tried(people, 'with', 'POST /orders'));
  seen.idToken = (await signedInAs('id')).token_use;
  const swagger = await browser.newPage();
  watch(swagger);
  await swagger.goto(`${address}/_tollgate/swagger`);
  await swagger.waitForSelector('.opblock');
  seen.swagger = await swagger.$$eval('.opblock-summary-path', paths => paths.map(path => path.textContent.trim()));
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}
