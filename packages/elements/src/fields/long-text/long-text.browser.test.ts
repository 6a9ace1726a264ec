import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('long-text', {
  pointer: '/longText',
  role: 'textbox',
  name: /Your story/,
  type: typing('A long way'),
  value: 'A long way',
  wrong: 'x'.repeat(300),
});
