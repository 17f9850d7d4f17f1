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
const { enableCompileCache } = process.getBuiltinModule("node:module");
enableCompileCache(`${import.meta.dirname}/../../node_modules/.cache/bonnepart`);
