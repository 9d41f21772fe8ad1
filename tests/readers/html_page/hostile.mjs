// Case files in which every text asks a page to do something: hostile.mjs FILE… FOLDER
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv.at(-1);
const ask = `"><script>alert(1)</script><img src=x onerror=alert(2)>'</textarea><svg onload=alert(3)>\u202E`;
const inXml = ask.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

mkdirSync(folder, { recursive: true });
process.argv.slice(2, -1).forEach((path, at) => {
  const head = /^<\?xml[^>]*\?>/;
  const xml = readFileSync(path, "utf8");
  // Behind every value that holds Chinese; days, numbers and codes stay, so that rules still judge.
  const hostile = xml
    .replace(/="([^"<>]*[\u4e00-\u9fff][^"<>]*)"/g, (whole, value) => `="${value}${inXml}"`)
    .replace(/>([^<>]*[\u4e00-\u9fff][^<>]*)</g, (whole, value) => `>${value}${inXml}<`);
  const start = xml.match(head)?.[0] ?? "";
  writeFileSync(join(folder, `<img src=x onerror=alert(4)> ${at}.xml`), start + hostile.slice(start.length));
});
writeFileSync(join(folder, `"'><svg onload=alert(5)>.xml`), "<案卷><");
