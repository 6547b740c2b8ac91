import type { TaskContent } from "./task-content";

/** Tasks about the mobile app, design, documentation and the company around them. */
export const PRODUCT_TASKS: TaskContent[] = [
  {
    title: "Update Documentation",
    board: "Docs sprint",
    from: "john",
    assignee: "john",
    reviewer: "ingrid",
    code: {
      repo: "docs",
      branch: "docs/quick-start",
      commits: ["Rewrite the quick start around one curl command", "Remove the screenshots of the old settings"],
    },
    comments: [
      ["ingrid", "I followed it word for word on a fresh laptop: eleven minutes, one dead link in step 4."],
      ["john", "Link fixed, and a test now opens every link of the docs once a day."],
    ],
  },
  {
    title: "Push notifications arrive twice on Android",
    board: "Mobile",
    priority: "high",
    from: "triage",
    assignee: "yuki",
    reviewer: "nour",
    code: {
      repo: "mobile",
      branch: "fix/double-push",
      commits: ["Register one token per installation", "Drop tokens that the push service calls unregistered"],
    },
    comments: [
      ["yuki", "アプリを更新すると古いトークンが残り、通知が二回届きます。"],
      ["nour", "Same on the Pixel 9 here. After your branch: one notification, also after reinstalling."],
    ],
  },
  {
    title: "Offline mode for field teams",
    board: "Mobile",
    from: "carmen",
    assignee: "yuki",
    reviewer: "tomas",
    code: {
      repo: "mobile",
      branch: "feat/offline",
      commits: ["Queue changes while offline", "Show what is waiting to be sent", "Resolve conflicts per field"],
    },
    failing: "sync/conflict_test.dart › keeps both edits of different fields",
    comments: [
      ["carmen", "The crew in the tunnel has no signal for six hours and then 200 photos to upload."],
      ["tomas", "Photos over Wi-Fi only by default, text at once. @yuki what happens when the phone is full?"],
      ["yuki", "Then it says so before the photo is taken, not after."],
    ],
  },
  {
    title: "Camera permission is asked too early",
    board: "Mobile",
    from: "marta",
    assignee: "nour",
    reviewer: "yuki",
    code: {
      repo: "mobile",
      branch: "fix/camera-permission",
      commits: ["Ask for the camera when it is first used"],
    },
    comments: [
      ["marta", "41 % say no on the first screen because they do not know why we ask."],
      ["nour", "Asked on the first scan now, with one sentence about what happens to the picture."],
    ],
  },
  {
    title: "New icon set for the sidebar",
    board: "Design",
    from: "marta",
    assignee: "marta",
    reviewer: "yuki",
    comments: [
      ["marta", "Second round is in Figma: 1.5 px strokes, 20 px grid, filled only when active."],
      ["yuki", "「請求」のアイコンが「文書」と似ています。硬貨の形はどうでしょうか。"],
      ["marta", "Coin it is. @carmen please have a last look before the export."],
    ],
  },
  {
    title: "Interview five customers about reporting",
    board: "Research",
    from: "carmen",
    assignee: "ingrid",
    reviewer: "carmen",
    comments: [
      ["ingrid", "Four of five rebuild our weekly report in a spreadsheet. They miss the comparison with last week."],
      ["carmen", "Then comparison comes before new charts. @marta could you sketch it for Thursday?"],
      ["ingrid", "Recordings and notes are in the research folder, Bluebird's is worth the full 30 minutes."],
    ],
  },
  {
    title: "Write the security page for procurement",
    board: "Compliance",
    from: "ingrid",
    assignee: "carmen",
    reviewer: "kwame",
    code: {
      repo: "docs",
      branch: "docs/security-page",
      commits: ["Describe encryption, backups and sub-processors", "Answer the 12 questions everybody asks"],
    },
    comments: [
      ["carmen", "Twelve questions cover 80 % of the questionnaires of the last year. I grouped them by topic."],
      ["kwame", "Backups are encrypted with our own key since May, not the provider's. Otherwise correct."],
    ],
  },
  {
    title: "Translate the onboarding to Polish, Arabic and Japanese",
    board: "Onboarding",
    from: "carmen",
    assignee: "marta",
    reviewer: "nour",
    code: {
      repo: "web",
      branch: "feat/onboarding-languages",
      commits: ["Add Polish texts", "Add Arabic texts", "日本語の文言を追加"],
    },
    comments: [
      ["marta", "Polskie teksty gotowe; „workspace” zostawiłam jako „przestrzeń robocza”."],
      ["yuki", "「ワークスペース」のほうが自然です。あとは問題ありません。"],
      ["nour", "العربية جاهزة، لكن زر «التالي» ضيق على الهاتف."],
    ],
  },
  {
    title: "Prepare the spring release notes",
    board: "Docs sprint",
    from: "ingrid",
    assignee: "tomas",
    reviewer: "ingrid",
    code: {
      repo: "docs",
      branch: "docs/spring-release",
      commits: ["Collect the changes since February", "Put the three that customers asked for first"],
    },
    comments: [
      ["tomas", "Draft is ready: offline mode, VAT lines, and the search that finds numbers."],
      ["ingrid", "Shorter, please. Nobody reads past the third screen, me included."],
    ],
  },
  {
    title: "App crashes when the system font is at 200 %",
    board: "Mobile",
    from: "triage",
    assignee: "tomas",
    reviewer: "yuki",
    code: {
      repo: "mobile",
      branch: "fix/large-fonts",
      commits: ["Let the tab bar grow with the font", "Test every screen at 200 percent"],
    },
    failing: "screens/profile_test.dart › fits at 200 percent",
    comments: [
      ["tomas", "RenderFlex overflowed by 14 pixels, and then the error widget itself overflowed. A classic."],
      ["yuki", "祖母の設定で試しました。全部読めます。"],
    ],
  },
  {
    title: "Plan the team days in Gdańsk",
    board: "Team",
    priority: "low",
    from: "carmen",
    assignee: "kwame",
    reviewer: "carmen",
    comments: [
      ["kwame", "Ten people, three nights, the hotel by the Motława has a room with a projector and a view."],
      ["marta", "W piątek wieczorem mogę pokazać wam miasto. Take shoes that survive cobblestones."],
    ],
  },
  {
    title: "Decide how long we keep screenshots",
    board: "Compliance",
    from: "priya",
    assignee: "carmen",
    reviewer: "priya",
    comments: [
      ["priya", "Storage grows by 9 GB a week. Recognised text is 0.4 % of that and does most of the work."],
      ["carmen", "Proposal: pictures 90 days, text for as long as the workspace exists. @kwame is that easy?"],
      ["kwame", "A lifecycle rule on the bucket, ten lines."],
    ],
  },
  {
    title: "Compare with last week in the weekly report",
    board: "Research",
    from: "marta",
    assignee: "alice",
    reviewer: "ingrid",
    code: {
      repo: "web",
      branch: "feat/report-comparison",
      commits: ["Show the change against the week before", "Explain weeks with a holiday in them"],
    },
    comments: [
      ["marta", "Sketch: the number, an arrow, and last week's number in grey. No percentages below ten items."],
      ["alice", "Easter makes every chart look like a disaster, so such weeks carry a small flag now."],
      ["ingrid", "Showed it to Bluebird this morning. They closed their spreadsheet while we talked."],
    ],
  },
];
