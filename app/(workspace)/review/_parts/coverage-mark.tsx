import type { Coverage } from '../_model/line-map';
import { rangeLabel } from '../_model/line-map';

interface CoverageMarkProps {
  coverage: Coverage | undefined;
  /** What turns a line of the code into a line of its file. */
  offset: number;
  /** The line above has the same mark: a stroke goes on, without repeating the numbers. */
  continued: boolean;
  onShow: () => void;
}

/** `● 41–45`: this case tests the line there. `◐ 2`: others do. `○`: it states a rule that nothing tests. */
export function CoverageMark({ coverage, offset, continued, onShow }: CoverageMarkProps) {
  if (coverage === undefined) {
    return (
      <span title="No case of this endpoint covers this line" className="text-muted">
        <span aria-hidden>○</span>
        <span className="sr-only">not covered</span>
      </span>
    );
  }
  if (!coverage.own) {
    const text = `${coverage.cases} other ${coverage.cases === 1 ? 'case covers' : 'cases cover'} this line`;
    return (
      <span title={text} className="text-muted">
        <span aria-hidden>◐ {coverage.cases}</span>
        <span className="sr-only">{text}</span>
      </span>
    );
  }
  if (continued) {
    return <span aria-hidden className="mr-[5px] h-full border-r-2 border-accent-edge" />;
  }
  const where = coverage.testLines.map((range) => rangeLabel(range, offset)).join(', ');
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={where === '' ? 'Covered by this case' : `Covered by this case: test line ${where}`}
      onClick={(event) => {
        event.stopPropagation();
        onShow();
      }}
      className="rounded-sm bg-accent-soft px-1.5 text-[11px] leading-4 font-medium text-accent hover:bg-accent-edge"
    >
      ● {where}
    </button>
  );
}
