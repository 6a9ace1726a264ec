import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('number', {
  pointer: '/number',
  role: 'textbox',
  name: 'Hours a week',
  type: typing('35'),
  value: 35,
  wrong: 'many',
});
