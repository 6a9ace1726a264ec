import { defineConfig } from 'tsup';

// GUICHET_JS_ONLY: `npm start` wants JavaScript quickly and no declarations.
export default defineConfig({
  entry: [
    'src/index.ts',
    'src/changes.ts',
    'src/dossier.ts',
    'src/explain.ts',
    'src/form.ts',
    'src/import.ts',
    'src/links.ts',
    'src/parties.ts',
    'src/testing.ts',
  ],
  format: ['esm'],
  target: 'es2022',
  dts: process.env['GUICHET_JS_ONLY'] ? false : true,
  sourcemap: true,
  splitting: true,
});
