import { enableCompileCache, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Makes every command start in a third of the time. Node reads the package.json of a module's package to learn its format, and that of
// drizzle-orm, 180 KB, is parsed anew for each of its 400 files; inside that package all files are ES modules.
// A thread or a child does not inherit the cache that is enabled here, but this variable: the intake's thread starts in a third of the
// time as well. The folder is Node's own choice.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');
enableCompileCache();
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = '', conditions } = context;
    const isInside =
      specifier.startsWith('.') && specifier.endsWith('.js') && parentURL.includes('/node_modules/drizzle-orm/');
    if (!isInside || parentURL.endsWith('.cjs') || conditions.includes('require')) return next(specifier, context);
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
  },
});
