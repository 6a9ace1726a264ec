import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('country', {
  pointer: '/country',
  role: 'combobox',
  name: 'Country of birth',
  type: typing('Moro'),
  value: 'MA',
});
