// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
)

// The facts of the made-up scheme.
const (
	insured        fact.Name = "insured"
	pilot          fact.Name = "pilot"
	accident       fact.Name = "accident"
	claimInYear    fact.Name = "claim-in-year"
	foundInYear    fact.Name = "found-in-year"
	postsInYear    fact.Name = "posts-in-year"
	actionInYear   fact.Name = "action-in-year"
	inResponse     fact.Name = "in-response"
	intrusion      fact.Name = "intrusion"
	suspected      fact.Name = "suspected"
	apparent       fact.Name = "apparent"
	leak           fact.Name = "leak"
	leakApparent   fact.Name = "leak-apparent"
	letter         fact.Name = "letter"
	voucher        fact.Name = "voucher"
	otherHead      fact.Name = "other-head"
	posts          fact.Name = "posts"
	hearing        fact.Name = "hearing"
	fine           fact.Name = "fine"
	urgent         fact.Name = "urgent"
	faces          fact.Name = "faces"
	plates         fact.Name = "plates"
	wilful         fact.Name = "wilful"
	war            fact.Name = "war"
	penalty        fact.Name = "penalty"
	causeBefore    fact.Name = "cause-before"
	knownBefore    fact.Name = "known-before"
	causeBeforeAll fact.Name = "cause-before-all"
	knownBeforeAll fact.Name = "known-before-all"
	unlicensed     fact.Name = "unlicensed"
	rescue         fact.Name = "rescue"
	crowd          fact.Name = "crowd"
	survey         fact.Name = "survey"
	undelivered    fact.Name = "undelivered"
	claimEarly     fact.Name = "claim-early"
	claimInMonth   fact.Name = "claim-in-month"
	knownEarly     fact.Name = "known-early"
	knownInMonth   fact.Name = "known-in-month"
	agreed         fact.Name = "agreed"
	consented      fact.Name = "consented"
	receipts       fact.Name = "receipts"
	supplier       fact.Name = "supplier"
	declaredParty  fact.Name = "declared-party"
)

// madeQuestions returns the questions in the order in which a person asks them.
func madeQuestions() []fact.Question {
	return []fact.Question{
		{Fact: insured, JA: "請求者は記名被保険者ですか", EN: "Is the claimant under the policy the named insured?", Default: fact.Yes},
		{Fact: pilot, JA: "請求者は記名被保険者の業務を行う委託先の操縦者ですか", EN: "Is the claimant a contracted pilot of the named insured?", After: insured},
		{Fact: claimInYear, JA: "損害賠償請求は保険期間中になされましたか", EN: "Was the third-party claim made in the policy period?"},
		{Fact: foundInYear, JA: "サイバー事故は保険期間中に発見されましたか", EN: "Was the cyber incident discovered in the policy period?"},
		{Fact: postsInYear, JA: "風評被害は保険期間中に発見されましたか", EN: "Was the reputational incident discovered in the policy period?"},
		{Fact: actionInYear, JA: "当局の措置は保険期間中に受けましたか", EN: "Was the regulator's action received in the policy period?"},
		{Fact: inResponse, JA: "この費用は事故対応期間内に生じましたか", EN: "Was this cost incurred in the incident response period?"},
		{Fact: accident, JA: "損害はドローンの飛行中の事故によるものですか", EN: "Did an accident during a flight cause the loss?"},
		{Fact: intrusion, JA: "地上局または機体への不正アクセスがありましたか", EN: "Was there an intrusion into the ground station or a drone?"},
		{Fact: suspected, JA: "不正アクセスのおそれがありましたか", EN: "Was an intrusion suspected?", After: intrusion},
		{Fact: apparent, JA: "不正アクセスまたはそのおそれは、公表等により明らかになりましたか", EN: "Has the intrusion or the suspicion become apparent, for example by publication?", After: suspected},
		{Fact: leak, JA: "撮影した個人の画像が漏えいしましたか", EN: "Did images of persons leak?"},
		{Fact: letter, JA: "この費用は被害者への通知の費用ですか", EN: "Is this the cost of notices to the persons concerned?"},
		{Fact: voucher, JA: "この費用は被害者への金券ですか", EN: "Is this the cost of gift vouchers?"},
		{Fact: leakApparent, JA: "支出の日までに、漏えいは公表等により明らかになっていましたか", EN: "By the day of payment, had the leak become apparent?", After: voucher},
		{Fact: otherHead, JA: "この費用は他の補償項目に当たりますか", EN: "Does this cost belong under another head?"},
		{Fact: posts, JA: "第三者の投稿により業務が妨害されていますか", EN: "Are posts by others obstructing the business?", Default: fact.No},
		{Fact: hearing, JA: "当局による聴聞または命令がありましたか", EN: "Was there a hearing or an order of the regulator?"},
		{Fact: fine, JA: "この明細は制裁金そのものですか", EN: "Is this item the fine itself?"},
		{Fact: urgent, JA: "この措置は損害の拡大を防ぐために緊急に必要でしたか", EN: "Was this measure urgently necessary to limit the loss?", Judged: true},
		{Fact: faces, JA: "画像から個人の容ぼうが判別できますか", EN: "Do the images show faces of persons?", Default: fact.No},
		{Fact: plates, JA: "画像から車両番号が判別できますか", EN: "Do the images show number plates?", Default: fact.No},

		{Fact: wilful, JA: "損害は被保険者の故意によるものですか", EN: "Did an insured cause the loss intentionally?", Judged: true},
		{Fact: war, JA: "損害は戦争によるものですか", EN: "Is the loss due to war?", Default: fact.No},
		{Fact: penalty, JA: "約定により法律上の責任より加重された部分がありますか", EN: "Does a contractual penalty add to the liability under the law?"},
		{Fact: causeBefore, JA: "原因となった事由は保険期間の開始時より前に発生しましたか", EN: "Did the circumstances arise before the policy period began?"},
		{Fact: knownBefore, JA: "保険期間の開始時に請求のおそれを認識していましたか", EN: "When the policy period began, did an insured know that a third-party claim was likely?", Judged: true, After: causeBefore},
		{Fact: causeBeforeAll, JA: "原因となった事由は継続契約の最初の開始時より前に発生しましたか", EN: "Did the circumstances arise before the continuous cover began?"},
		{Fact: knownBeforeAll, JA: "継続契約の最初の開始時に請求のおそれを認識していましたか", EN: "When the continuous cover began, did an insured know that a third-party claim was likely?", Judged: true, After: causeBeforeAll},
		{Fact: unlicensed, JA: "飛行は必要な許可または承認なしに行われましたか", EN: "Was the flight made without a permit that it needed?"},
		{Fact: rescue, JA: "飛行は災害時の人命救助のために行われましたか", EN: "Was the flight made to rescue persons in a disaster?", After: unlicensed},
		{Fact: crowd, JA: "飛行は催し場所の上空で行われましたか（主催者の承諾の有無を問いません）", EN: "Was the flight made over an event (with or without the consent of its organiser)?", After: rescue},
		{Fact: survey, JA: "損害は測量成果物によるものですか", EN: "Do the results of a survey cause the loss?"},
		{Fact: undelivered, JA: "測量成果物はまだ引き渡されていませんか", EN: "Are the results of the survey undelivered?", After: survey},
		{Fact: claimEarly, JA: "損害賠償請求は引渡しより前になされましたか", EN: "Was the third-party claim made before the delivery?", After: survey},
		{Fact: claimInMonth, JA: "損害賠償請求は引渡し後1か月以内になされましたか", EN: "Was the third-party claim made within a month after the delivery?", After: survey},
		{Fact: knownEarly, JA: "引渡しより前に請求のおそれを認識していましたか", EN: "Did an insured know before the delivery that a claim was likely?", After: survey},
		{Fact: knownInMonth, JA: "引渡し後1か月以内に請求のおそれを認識しましたか", EN: "Did an insured learn within a month after the delivery that a claim was likely?", After: survey},

		{Fact: agreed, JA: "賠償額の決定の前に引受保険会社の同意を得ましたか", EN: "Did the insurer consent before the amount was agreed?"},
		{Fact: consented, JA: "この争訟費用は引受保険会社の同意を得て支出しましたか", EN: "Were these defence costs incurred with the insurer's consent?"},
		{Fact: receipts, JA: "この費用の支払要件を満たしていますか", EN: "Does this cost meet the conditions for payment?"},
		{Fact: supplier, JA: "求償先は機体または部品の製造者ですか", EN: "Is the party the maker of a drone or a part?"},
		{Fact: declaredParty, JA: "求償先は申込書に記載されていますか", EN: "Is the party named in the application?"},
	}
}

// madeDateFacts returns the facts that follow from dates.
func madeDateFacts(points coverage.OpenPoints) []coverage.DateFact {
	response, month := period.Days(180), period.Months(1)
	if points.Has(responseToHour) {
		response = response.ToMoment()
	}
	if points.Has(warrantyOpen) {
		month = period.Span{}
	}
	responds := clause.Clause{ID: "B4", JA: "事故対応期間", EN: "incident response period"}
	delivers := clause.Clause{ID: "B5", JA: "引渡し後1か月", EN: "month after delivery"}
	return []coverage.DateFact{
		{Fact: claimInYear, Date: "made", Is: coverage.Within, Anchor: coverage.PolicyPeriod},
		{Fact: foundInYear, Date: "discovered", Is: coverage.Within, Anchor: coverage.PolicyPeriod},
		{Fact: postsInYear, Date: "reputational", Is: coverage.Within, Anchor: coverage.PolicyPeriod},
		{Fact: actionInYear, Date: "measure", Is: coverage.Within, Anchor: coverage.PolicyPeriod},
		{Fact: inResponse, Date: "incurred", Is: coverage.Within, Anchor: coverage.Discovery, Span: response, Clause: responds},
		{Fact: apparent, Date: "attack-published", Is: coverage.Happened},
		{Fact: leakApparent, Date: "leak-published", Is: coverage.ByDay, Anchor: coverage.Spending},
		{Fact: causeBefore, Date: "cause", Is: coverage.Before, Anchor: coverage.PolicyPeriod},
		{Fact: knownBefore, Date: "aware", Is: coverage.KnownBy, Anchor: coverage.PolicyPeriod},
		{Fact: causeBeforeAll, Date: "cause", Is: coverage.Before, Anchor: coverage.ContinuousCover},
		{Fact: knownBeforeAll, Date: "aware", Is: coverage.KnownBy, Anchor: coverage.ContinuousCover},
		{Fact: undelivered, Date: "delivered", Is: coverage.NeverHappened},
		{Fact: claimEarly, Date: "made", Is: coverage.Before, Anchor: coverage.Delivery},
		{Fact: claimInMonth, Date: "made", Is: coverage.Within, Anchor: coverage.Delivery, Span: month, Clause: delivers},
		{Fact: knownEarly, Date: "aware", Is: coverage.Before, Anchor: coverage.Delivery},
		{Fact: knownInMonth, Date: "aware", Is: coverage.Within, Anchor: coverage.Delivery, Span: month, Clause: delivers},
	}
}

// madeDates returns the questions for dates.
func madeDates() []fact.Question {
	return []fact.Question{
		{Fact: "made", JA: "損害賠償請求がなされた日はいつですか", EN: "On what date was the third-party claim made?"},
		{Fact: "discovered", JA: "サイバー事故を最初に発見した日はいつですか", EN: "On what date was the cyber incident first discovered?"},
		{Fact: "reputational", JA: "風評被害を最初に発見した日はいつですか", EN: "On what date was the reputational incident first discovered?"},
		{Fact: "measure", JA: "当局の措置を受けた日はいつですか", EN: "On what date was the regulator's action received?"},
		{Fact: "cause", JA: "原因となった事由が発生した日はいつですか", EN: "On what date did the circumstances arise?"},
		{Fact: "aware", JA: "請求のおそれを最初に認識した日はいつですか", EN: "On what date did an insured first know that a claim was likely?"},
		{Fact: "delivered", JA: "測量成果物を引き渡した日はいつですか", EN: "On what date were the results of the survey delivered?"},
		{Fact: "attack-published", JA: "不正アクセスが明らかになった日はいつですか", EN: "On what date did the intrusion become apparent?"},
		{Fact: "leak-published", JA: "漏えいが明らかになった日はいつですか", EN: "On what date did the leak become apparent?"},
		{Fact: "incurred", JA: "この費用が生じた日はいつですか", EN: "On what date was this cost incurred?"},
		{Fact: "spent", JA: "この費用を支出した日はいつですか", EN: "On what date was this cost paid?"},
	}
}

// madeSameDay returns the question about a cost of the day of the discovery.
func madeSameDay() fact.Question {
	return fact.Question{Fact: inResponse, JA: "この費用はサイバー事故の発見より後に生じましたか", EN: "Did this cost arise after the discovery?"}
}
