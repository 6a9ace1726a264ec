import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('phone', {
  pointer: '/phone',
  role: 'textbox',
  name: /Telephone/,
  type: typing('0612345678'),
  value: '0612345678',
  wrong: '12',
});
