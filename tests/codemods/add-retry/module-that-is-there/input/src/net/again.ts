import { pause } from './pause.ts';

export const later = pause;
