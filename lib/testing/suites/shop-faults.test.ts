import { describeFaults } from './describe-faults';
import { shop } from './shop';

await describeFaults(shop);
