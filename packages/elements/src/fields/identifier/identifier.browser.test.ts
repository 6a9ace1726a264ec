import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('identifier', {
  pointer: '/identifier',
  role: 'textbox',
  name: 'Foreigner number',
  type: typing('99 1234 5678'),
  value: '9912345678',
  wrong: '12',
});
