import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import { rendererConfig } from './vite.renderer.config.ts';

const root = import.meta.dirname;

/** Entries of the Node side: each becomes `out/main/<name>.js`, an ES module; the libraries stay in node_modules. */
export const mainConfig = {
  build: {
    outDir: join(root, 'out/main'),
    // electron-vite 6.0.0 does not know Electron 45 yet.
    target: 'node24.18',
    externalizeDeps: true,
    rolldownOptions: {
      input: {
        main: join(root, 'electron/shell/main.ts'),
        service: join(root, 'electron/shell/service.ts'),
        cliProcess: join(root, 'electron/shell/cliProcess.ts'),
        cli: join(root, 'electron/cli.ts'),
        chartWorker: join(root, 'electron/io/charts/chartWorker.ts'),
        intakeWorker: join(root, 'electron/io/intake/intakeWorker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};

/** The preload: one CommonJS file, because a sandboxed preload can neither be an ES module nor require a second file. */
export const preloadConfig = {
  build: {
    outDir: join(root, 'out/preload'),
    target: 'node24.18',
    externalizeDeps: false,
    isolatedEntries: true,
    rolldownOptions: {
      input: { preload: join(root, 'electron/shell/preload.ts') },
      output: { format: 'cjs' as const, entryFileNames: '[name].cjs' },
    },
  },
};

/** The same pages as the loopback host serves; electron-vite asks for the input and the browser by name. */
const desktopRendererConfig = {
  ...rendererConfig,
  build: {
    ...rendererConfig.build,
    target: 'chrome150',
    minify: true,
    rolldownOptions: { input: join(root, 'renderer/index.html') },
  },
};

export default defineConfig({ main: mainConfig, preload: preloadConfig, renderer: desktopRendererConfig });
