import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('text', {
  pointer: '/text',
  role: 'textbox',
  name: 'First name',
  type: typing('Amina'),
  value: 'Amina',
});
