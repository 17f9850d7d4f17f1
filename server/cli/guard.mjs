// Runs before anything else, on whatever Node the host has: plain JavaScript, no import.
const [major] = process.versions.node.split(".");
if (major !== "24") {
  process.stderr.write(
    `Bonnepart a besoin de Node 24 et a trouvé Node ${process.versions.node} : relancez « npm ci », sans --ignore-scripts, puis « npm start ».\n` +
      `Bonnepart needs Node 24 and found Node ${process.versions.node}: run "npm ci" again, without --ignore-scripts, then "npm start".\n`,
  );
  process.exit(1);
}
// Read by libuv when its first thread starts: hashing passwords must not hold back files.
process.env.UV_THREADPOOL_SIZE ??= "16";
// What was compiled once is not compiled again at the next start; where nothing can be written, it is.
const { enableCompileCache, registerHooks } = process.getBuiltinModule("node:module");
enableCompileCache(`${import.meta.dirname}/../../node_modules/.cache/bonnepart`);
// A third of a start is finding files whose place is written where they are asked for: our own, and those of three
// packages of many small modules. What one of our files calls by a package's name is the same for all of them.
const OWN = new URL("../..", import.meta.url).href;
const PACKAGES = ["kysely", "uuid", "zod"].map((name) => `${OWN}node_modules/${name}/`);
const packages = new Map();
// Sixty modules of messages in other languages, which nobody asks zod for.
const ZOD_LOCALES = "../locales/index.js";
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = "", conditions } = context;
    if (!conditions.includes("import") || !parentURL.startsWith(OWN)) return next(specifier, context);
    const isOwn = !parentURL.startsWith(`${OWN}node_modules/`);
    if (!specifier.startsWith(".")) {
      const found = (isOwn ? packages.get(specifier) : undefined) ?? next(specifier, context);
      if (isOwn && Object.keys(context.importAttributes).length === 0)
        packages.set(specifier, { ...found, shortCircuit: true });
      return found;
    }
    const format = isOwn && specifier.endsWith(".ts") ? "module-typescript" : "module";
    const isKnown = isOwn
      ? specifier.endsWith(".ts")
      : specifier.endsWith(".js") && PACKAGES.some((start) => parentURL.startsWith(start));
    if (!isKnown) return next(specifier, context);
    if (specifier === ZOD_LOCALES)
      return { url: "data:text/javascript,", format: "module", shortCircuit: true };
    return { url: new URL(specifier, parentURL).href, format, shortCircuit: true };
  },
});
