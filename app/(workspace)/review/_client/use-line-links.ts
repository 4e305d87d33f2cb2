'use client';

import { useState } from 'react';

import { lineKey, linesOf, sourcesOfTestLine, testLinesOf } from '../_model/line-map';
import type { SpecLine } from '../_model/line-map';

import { placeIds, scrollWithin, specLineId, testLineId } from './places';

import type { CaseDetail } from '#lib/features/reviews/contract';

/** Which lines are lit on both sides, and what lights them. */
export interface LineLinks {
  /** By `lineKey`. */
  spec: ReadonlySet<string>;
  /** 1-based in the code of the case. */
  test: ReadonlySet<number>;
  pointAtSpec: (line: SpecLine) => void;
  pointAtTest: (line: number) => void;
  clear: () => void;
}

interface Lit {
  caseId: string | undefined;
  spec: ReadonlySet<string>;
  test: ReadonlySet<number>;
}

const dark: Lit = { caseId: undefined, spec: new Set(), test: new Set() };

/** @param detail the case whose marks tie the lines; another case starts dark */
export function useLineLinks(detail: CaseDetail | undefined): LineLinks {
  const [lit, setLit] = useState<Lit>(dark);
  const { spec, test } = lit.caseId === detail?.id ? lit : dark;

  return {
    spec,
    test,
    pointAtSpec(line) {
      if (detail === undefined) return;
      const lines = testLinesOf(detail, line).flatMap((range) =>
        Array.from({ length: range.endLine - range.line + 1 }, (_, index) => range.line + index),
      );
      if (lines.length === 0) setLit(dark);
      else {
        setLit({ caseId: detail.id, spec: new Set([lineKey(line)]), test: new Set(lines) });
        scrollWithin(placeIds.test, lines.map(testLineId));
      }
    },
    pointAtTest(line) {
      if (detail === undefined) return;
      const sources = sourcesOfTestLine(detail, line);
      if (sources.length === 0) setLit(dark);
      else {
        setLit({ caseId: detail.id, spec: new Set(sources.flatMap(linesOf)), test: new Set([line]) });
        scrollWithin(placeIds.spec, sources.map(specLineId));
      }
    },
    clear() {
      setLit(dark);
    },
  };
}
