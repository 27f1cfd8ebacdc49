// Loaded before every script (`node --import`): plain JavaScript, for it must run on the Node that is too old for the rest.
// better-sqlite3 needs Node-API 10; below it Node dies without a word. Types are stripped by Node itself from 22.18 on.
const napi = Number(process.versions.napi);
const [major, minor] = process.versions.node.split('.').map(Number);
if (napi < 10 || major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `需要自带的 Node 24，现在运行的是 Node ${process.versions.node}（Node-API ${napi}）。请在项目文件夹中运行 npm ci，再用 npm run 启动。\n` +
      `This needs the project's own Node 24 (Node-API >= 10); this is Node ${process.versions.node}. Run "npm ci" (with install scripts allowed for "node"), then use "npm run ...".`,
  );
  process.exit(1);
}
// After the check, for an older Node lacks what this asks for.
await import('./quickImports.mjs');
