import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('declaration', {
  pointer: '/declaration',
  role: 'checkbox',
  name: 'I declare that this is true',
  type: typing('{ }'),
  value: true,
});
