import { describeFaults } from './describe-faults';
import { library } from './library';

await describeFaults(library);
