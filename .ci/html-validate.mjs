// What html-validate asks of the built pages: all that it recommends, but for what papers themselves decide.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "long-title": "off", // a paper's title is as long as it is
    "valid-id": ["error", { relaxed: true }], // Markdown's footnotes have a colon in their ids, as HTML allows
  },
};
