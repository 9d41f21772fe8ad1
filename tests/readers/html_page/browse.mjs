// The page as a person uses it, in a browser that lets nothing out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});

// A page with all that it complains of, asks for and leaves for.
async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const troubles = [];
  const trouble = (text) => troubles.push(text);
  page.on("console", (message) => trouble(`console: ${message.text()}`));
  page.on("pageerror", (error) => trouble(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    trouble(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await context.route("**", (route) => {
    if (route.request().url() === address) return route.continue();
    trouble(`request: ${route.request().url()}`);
    return route.abort();
  });
  if (options.javaScriptEnabled !== false) {
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => console.log(event.violatedDirective));
    });
  }
  await page.goto(address);
  return { page, troubles, close: () => context.close() };
}

const rows = "#findings tbody tr";
const shown = `${rows}:not([hidden])`;
const cells = (page, column) =>
  page.$$eval(shown, (all, at) => all.map((row) => row.cells[at].textContent), column);

const tests = {
  async "filters by text, severity, stage, agency and outcome, and says how many are left"() {
    const { page, troubles, close } = await open("samples.html");
    const all = await page.locator(rows).count();
    assert.equal(await page.textContent("#count"), `显示 ${all} 条，共 ${all} 条`);
    await page.fill("#q", "p-decide-01 应急");
    assert.equal(await page.locator(shown).count(), 1);
    assert.equal(await page.textContent("#count"), `显示 1 条，共 ${all} 条`);
    await page.click("form button");
    assert.equal(await page.locator(shown).count(), all);
    for (const [list, column, value] of [["fs", 0, "致命"], ["ft", 4, "告知"], ["fo", 5, "不通过"]]) {
      await page.selectOption(`#${list}`, value);
      const got = await cells(page, column);
      assert.ok(got.length > 0 && got.every((cell) => cell === value), `${list}: ${got}`);
    }
    await page.click("form button");
    const agency = (await page.locator("#fa option").allTextContents())[1];
    await page.selectOption("#fa", agency);
    assert.ok((await cells(page, 3)).every((cell) => cell === agency));
    assert.deepEqual(troubles, []);
    await close();
  },

  async "sorts from the keyboard, and says which way"() {
    const { page, close } = await open("samples.html");
    const head = page.locator("#findings th").nth(3);
    await head.locator("button").focus();
    await page.keyboard.press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    const collator = new Intl.Collator("zh-CN", { numeric: true });
    const up = await cells(page, 3);
    assert.deepEqual(up, [...up].sort(collator.compare));
    await page.keyboard.press("Space");
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    assert.deepEqual(await cells(page, 3), [...up].sort((a, b) => collator.compare(b, a)));
    await page.locator("#findings th").nth(0).locator("button").press("Enter");
    assert.equal(await page.locator("#findings th[aria-sort]").count(), 1);
    const order = ["致命", "严重", "一般", "提示"];
    const ranks = (await cells(page, 0)).map((word) => order.indexOf(word));
    assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b));
    assert.ok(ranks.every((rank) => rank >= 0));
    await close();
  },

  async "/ goes to the search, Esc clears; the single key can be switched off; the first Tab skips"() {
    const { page, close } = await open("samples.html");
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className);
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "skip");
    await page.keyboard.press("/");
    assert.equal(await focused(), "q");
    await page.keyboard.type("a/b");
    assert.equal(await page.inputValue("#q"), "a/b");
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue("#q"), "");
    await page.uncheck("form input[type=checkbox]");
    await page.keyboard.press("/");
    assert.notEqual(await focused(), "q");
    await close();
  },

  async "without script everything can be read, and nothing is offered that does not work"() {
    const { page, troubles, close } = await open("samples.html", { javaScriptEnabled: false });
    assert.equal(await page.locator("form").isVisible(), false);
    assert.equal(await page.locator("th button").count(), 0);
    assert.ok((await page.locator(`${rows}`).count()) > 200);
    assert.ok(await page.locator(rows).last().isVisible());
    assert.equal(await page.locator("article.sheet").count(), 45);
    assert.equal(await page.locator("details:not([open])").count(), 0);
    assert.deepEqual(troubles, []);
    await close();
  },

  async "every link leads to its place, and a finding to its rule"() {
    const { page, close } = await open("samples.html");
    await page.locator(`${rows} a`).first().click();
    const id = await page.evaluate(() => location.hash.slice(1));
    assert.match(id, /^f[0-9a-f]{10}$/);
    assert.ok(await page.locator(`#${id}`).isVisible());
    await page.locator(`#${id} h4 a`).click();
    assert.match(await page.evaluate(() => location.hash), /^#r[0-9a-f]{10}$/);
    await close();
  },

  async "an overdue period is red and says so"() {
    const { page, close } = await open("small.html");
    const missed = page.locator(".tl li.w").first();
    assert.match(await missed.textContent(), /overdue by 4 days/);
    assert.ok((await missed.locator("rect.w").count()) > 0);
    await close();
  },

  async "prints on A4, a sheet a case, with what was folded opened"() {
    const { page, close } = await open("small.html");
    await page.locator("details").first().evaluate((one) => (one.open = false));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
    assert.ok(pages.length >= 4, `${pages.length} pages`);
    assert.match(pdf, /\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("form").isVisible(), false);
    assert.ok(await page.locator(".sign").first().isVisible());
    await close();
  },

  async "320 px are wide enough, in either language"() {
    for (const file of ["samples.html", "small.html", "hostile.html"]) {
      const { page, close } = await open(file, { viewport: { width: 320, height: 700 } });
      const wide = await page.evaluate(() => {
        for (const one of document.querySelectorAll(".sheet")) one.classList.remove("sheet");
        return document.documentElement.scrollWidth;
      });
      assert.ok(wide <= 320, `${file}: ${wide}`);
      await close();
    }
  },

  async "targets of a finger are 24 px, words stand out from what is behind them"() {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open("samples.html", { colorScheme });
      for (const one of await page.locator("nav a, form button, form select, form input[type=search], th button").all()) {
        const box = await one.boundingBox();
        assert.ok(box.height >= 24, await one.evaluate((element) => element.outerHTML));
      }
      const weak = await page.evaluate(() => {
        const light = (color) => {
          const [r, g, b] = color.match(/[\d.]+/g).map((part) => {
            const share = Number(part) / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = (element) => {
          for (; element; element = element.parentElement) {
            const color = getComputedStyle(element).backgroundColor;
            if (color !== "rgba(0, 0, 0, 0)") return color;
          }
          return "rgb(255, 255, 255)";
        };
        const found = new Set();
        for (const element of document.querySelectorAll("body *")) {
          const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
          if (!words || element.closest("svg, script, style")) continue;
          const [a, b] = [light(getComputedStyle(element).color), light(behind(element))].sort((x, y) => y - x);
          const contrast = (a + 0.05) / (b + 0.05);
          if (contrast < 4.5) found.add(`${element.tagName}.${element.className} ${contrast.toFixed(2)}`);
        }
        return [...found];
      });
      assert.deepEqual(weak, [], colorScheme);
      await close();
    }
  },

  async "hostile texts run nothing, ask for nothing and break no policy"() {
    const { page, troubles, close } = await open("hostile.html");
    await page.fill("#q", "<script>");
    assert.ok((await page.locator(shown).count()) > 0);
    for (const button of await page.locator("th button").all()) await button.click();
    for (const list of ["fs", "ft", "fa", "fo"]) await page.locator(`#${list}`).selectOption({ index: 1 });
    await page.pdf();
    assert.equal(await page.locator("img").count(), 0);
    assert.equal(await page.locator("script").count(), 1);
    assert.ok(!(await page.textContent("body")).includes("\u202E"));
    assert.deepEqual(troubles, []);
    await close();
  },

  async "a script that is not the page's own does not run"() {
    const { page, troubles, close } = await open("small.html");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
    });
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.ok(troubles.some((text) => text.includes("script-src")));
    await close();
  },
};

assert.ok(readFileSync("hostile.html", "utf8").includes("&lt;script&gt;"));
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok      ${name}`);
  } catch (error) {
    ++failed;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
