import { documentsIn, packageFolders } from './corpus';
import { describeCorpus } from './corpus-check';

describeCorpus('documents of the packages', packageFolders.flatMap(documentsIn));
