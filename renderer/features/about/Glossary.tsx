const WORDS: readonly (readonly [string, string])[] = [
  ['应报', '某单位某事项某一期应当报送；由责任分工推算，不另行登记'],
  ['已报 / 迟报', '在截止时间之前收到 / 之后收到；迟报也计入上报率'],
  ['零报', '本期没有发生，附情况说明；计入上报率'],
  ['未报 / 未到期', '截止时间已过仍未收到 / 截止时间还没有到'],
  ['不足', '有数量要求而报送数量不够'],
  ['免报', '经批准本期不报，不计入应报'],
  ['退回', '有错误，连同问题清单退给单位改正'],
  ['错误', '记录不合规；确属无误的，写明理由后放行'],
  ['核实', '须核实；写明理由前不进入汇总上报表，不影响合规率'],
  ['提示', '仅供了解，不计入统计'],
  ['上报率', '已满足的应报 ÷ 应报'],
  ['合规率', '合规记录 ÷ 收到的记录'],
  ['及时率', '决定之日起规定期限内首次收到的记录 ÷ 有决定日期期限的记录'],
];

/** The words used on every screen, and what they mean. */
export function Glossary() {
  return (
    <section className="panel" aria-label="用语">
      <h2 style={{ fontSize: 15, margin: '0 0 6px' }}>用语</h2>
      <dl style={{ display: 'grid', gridTemplateColumns: '110px 1fr', gap: '3px 10px', margin: 0 }}>
        {WORDS.map(([word, meaning]) => (
          <div key={word} style={{ display: 'contents' }}>
            <dt style={{ fontWeight: 600 }}>{word}</dt>
            <dd style={{ margin: 0 }}>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
