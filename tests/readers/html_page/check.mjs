// The page before an HTML checker: check.mjs PAGE
import { HtmlValidate } from "html-validate";

const checker = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  elements: ["html5"],
  // The form filters as one types: there is nothing to submit.
  rules: { "wcag/h32": "off" },
});
const report = await checker.validateFile(process.argv[2]);
for (const result of report.results) {
  for (const message of result.messages) {
    console.error(`${result.filePath}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
  }
}
process.exit(report.valid ? 0 : 1);
