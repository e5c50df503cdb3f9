import { describe } from 'vitest';
import { tellStory } from './chapters/story.ts';

describe('from a draft to a published winner, without JavaScript', () => tellStory({ javaScript: false }));
