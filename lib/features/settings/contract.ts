import type { GenerationSettings } from '../../core/generator/settings';
import type { PublishingSettings } from '../../core/settings';

/** Browser-safe: what the settings screen gets. */
export interface SettingsDto {
  generation: GenerationSettings;
  publishing: PublishingSettings;
  /** What counts where `publishing` leaves the choice to the environment. */
  environment: { repository: string | null; author: string };
  /** The folder of TEMPLATES_DIR: which templates it replaces, or what is wrong with it. */
  templates: { folder: string; replaced: string[]; problem: string | null } | null;
  /** Who changed what last, by setting; absent where defaults apply. */
  changed: Partial<Record<'generation' | 'publishing', { by: string; at: string }>>;
}
