import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('many-choices', {
  pointer: '/manyChoices',
  role: 'checkbox',
  name: 'One',
  group: { role: 'group', name: /Which papers/ },
  type: typing('{ }{Tab}{Tab}{ }'),
  value: ['one', 'three'],
});
