import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** The development server puts inline scripts into the page, which its own policy would refuse; the built page keeps it. */
const openPolicyInDevelopment: Plugin = {
  name: 'open-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/** The renderer's build, the same for the loopback host and for Electron (electron.vite.config.ts spreads it). */
export const rendererConfig = {
  root: join(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react(), openPolicyInDevelopment],
  build: {
    outDir: join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    // One page of an offline desktop program: the component library is loaded from disk once.
    chunkSizeWarningLimit: 2000,
  },
} satisfies UserConfig;

export default defineConfig(rendererConfig);
