import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const root = path.dirname(fileURLToPath(import.meta.url));

// Packages import each other's sources in tests, so that no build is needed between an edit and its test.
const source = {
  resolve: { conditions: ['guichet-source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['guichet-source', ...defaultServerConditions] } },
};

// Named beforehand: a dependency found in mid-run makes Vite reload the page under the tests.
const inBrowser = [
  'lit',
  'lit/async-directive.js',
  'lit/decorators.js',
  'lit/directive-helpers.js',
  'lit/directive.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  'lit/directives/until.js',
  'axe-core',
  'canonicalize',
  'jose',
  'jsqr',
  'uqr',
  'xstate',
];

const chromium = () =>
  playwright({
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  });
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: chromium(),
  instances: [{ browser: 'chromium' as const }],
});

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'node',
          environment: 'node',
          include: ['packages/*/{src,gates}/**/*.test.ts', 'examples/*/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**', '**/dist/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...source,
        optimizeDeps: { include: inBrowser },
        test: {
          name: 'browser',
          include: ['packages/*/{src,gates}/**/*.browser.test.ts', 'examples/*/**/*.browser.test.ts'],
          browser: browser(),
          testTimeout: 60_000,
        },
      },
      {
        ...source,
        optimizeDeps: { include: inBrowser },
        plugins: [storybookTest({ configDir: path.join(root, '.storybook'), storybookScript: '' })],
        test: { name: 'storybook', browser: browser(), setupFiles: ['.storybook/vitest.setup.ts'] },
      },
    ],
  },
});
