import { registerGuichet } from '@guichet/elements';
import { connector } from './connector.js';

registerGuichet({ connect: connector });
