import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/** The renderer's build, the same for the loopback host and for Electron (electron.vite.config.ts spreads it). */
export const rendererConfig = {
  root: join(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    // One page of an offline desktop program: antd in one chunk is loaded from disk once.
    chunkSizeWarningLimit: 2000,
  },
} satisfies UserConfig;

export default defineConfig(rendererConfig);
