import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const notes = {
  'no-restricted-syntax': [
    'error',
    { selector: 'TSEnumDeclaration', message: 'Write a union of strings (style: no enum).' },
    { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Write a module (style: no namespace).' },
    { selector: 'TSParameterProperty', message: 'Declare the field (style: no parameter property).' },
    { selector: 'ExportDefaultDeclaration', message: 'Name the export (style: named exports only).' },
    { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]', message: 'Text bindings only: schema text is hostile.' },
    { selector: 'TemplateElement[value.raw=/ style=/]', message: 'A style attribute breaks the strict policy of host pages.' },
  ],
};

export default defineConfig([
  globalIgnores(['**/dist/', '**/node_modules/', '.guichet/', 'storybook-static/', 'packages/bench/results/']),
  js.configs.recommended,
  ts.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      ...notes,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-control-regex': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 50, skipComments: true }],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    plugins: { ...lit['flat/recommended'].plugins, ...wc['flat/recommended'].plugins },
    rules: { ...lit['flat/recommended'].rules, ...wc['flat/recommended'].rules, 'lit/no-useless-template-literals': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.suite.ts', '**/*.stories.ts', '**/tsup.config.ts', 'vitest.config.ts', '.storybook/*.ts', '**/fixtures/**', '**/testing/**', 'packages/**/e2e/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'URLSearchParams', 'Buffer', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'fetch', 'addEventListener', 'document', 'window', 'location', 'performance', 'customElements', 'HTMLElement', 'navigator', 'requestAnimationFrame', 'MessageChannel', 'CSSStyleSheet', 'Event', 'KeyboardEvent', 'InputEvent', 'crypto', 'AbortController', 'localStorage', 'sessionStorage', 'TextEncoder', 'TextDecoder', 'self', 'caches'].map((name) => [name, 'readonly']),
      ),
    },
  },
]);
