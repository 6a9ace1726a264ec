import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('money', {
  pointer: '/money',
  role: 'textbox',
  name: /Income/,
  type: typing('615,50'),
  value: 61550,
  right: '615,50',
  wrong: 'a lot',
});
