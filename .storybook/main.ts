import type { StorybookConfig } from '@storybook/web-components-vite';
import { defaultClientConditions, mergeConfig } from 'vite';

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../packages/elements/src/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Packages import each other's sources, as in tests: stories need no build.
  viteFinal: (vite) =>
    mergeConfig(vite, {
      resolve: { conditions: ['guichet-source', ...defaultClientConditions] },
    }),
};
export default config;
