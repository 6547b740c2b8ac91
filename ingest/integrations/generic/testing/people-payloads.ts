// What services for customers and makers document, shortened to what is read and its neighbours.

/** cal.com/docs/developing/guides/automation/webhooks. */
export const calCom = {
  triggerEvent: "BOOKING_CREATED",
  createdAt: "2023-05-24T09:30:00.538Z",
  payload: {
    type: "60min",
    title: "60min between Pro Example and John Doe",
    additionalNotes: "",
    startTime: "2023-05-25T09:30:00Z",
    endTime: "2023-05-25T10:30:00Z",
    organizer: { id: 5, name: "Pro Example", email: "pro@example.com", username: "pro", timeZone: "Asia/Kolkata" },
    responses: {
      name: { label: "your_name", value: "John Doe" },
      email: { label: "email_address", value: "john.doe@example.com" },
    },
    attendees: [{ email: "john.doe@example.com", name: "John Doe", timeZone: "Asia/Kolkata" }],
    location: "Calcom HQ",
    uid: "bFJeNb2uX8ANpT3JL5EfXw",
    eventTitle: "60min",
    length: 60,
    bookingId: 91,
    status: "ACCEPTED",
  },
};

/** hookdeck/webhook-skills: skills/calendly-webhooks/references/overview.md, as of developer.calendly.com. */
export const calendly = {
  event: "invitee.created",
  created_at: "2026-07-02T12:00:00.000000Z",
  created_by: "https://api.calendly.com/users/AAAA",
  payload: {
    uri: "https://api.calendly.com/scheduled_events/EVENT/invitees/INVITEE",
    email: "invitee@example.com",
    name: "Jane Doe",
    status: "active",
    scheduled_event: {
      uri: "https://api.calendly.com/scheduled_events/EVENT",
      name: "30 Minute Meeting",
      start_time: "2026-07-10T15:00:00.000000Z",
      end_time: "2026-07-10T15:30:00.000000Z",
    },
  },
};

const intercom = (topic: string, item: object) => ({
  type: "notification_event",
  app_id: "i6wc9ipe",
  data: { type: "notification_event_data", item },
  links: {},
  id: "notif_3ac27816-d27c-45fd-a65a-bbaf021cf780",
  topic,
  delivery_status: "pending",
  delivery_attempts: 1,
  first_sent_at: 1_553_290_198,
  created_at: 1_553_290_198,
  self: null,
});

/** zulip/zulip: zerver/webhooks/intercom/fixtures, as of developers.intercom.com/docs/references/webhooks. */
export const intercoms = {
  conversation: intercom("conversation.user.created", {
    type: "conversation",
    id: "21321941764",
    created_at: 1_553_290_198,
    user: { type: "lead", id: "5c9553cb27e377f24eed49f7", name: "Rose Poodle from St. John's", email: "" },
    assignee: { type: "nobody_admin", id: null },
    conversation_message: { id: "331494375", subject: "", body: "<p>Hello everyone!</p>", author: { type: "user" } },
    conversation_parts: { type: "conversation_part.list", conversation_parts: [], total_count: 0 },
    state: "open",
    links: { conversation_web: "https://app.intercom.io/a/apps/i6wc9ipe/conversations/21321941764" },
  }),
  ticket: intercom("ticket.created", {
    type: "ticket",
    id: "215472629311235",
    ticket_id: "66040342",
    ticket_attributes: {
      _default_title_: "Unclear user message",
      _default_description_: "User sent an unclear message",
    },
    ticket_state: { type: "ticket_state", id: "4517893", category: "submitted", internal_label: "Submitted" },
    contacts: { type: "contact.list", contacts: [{ type: "contact", id: "696346bbaebb5a479d3851a3" }] },
  }),
};

/** developers.figma.com/docs/rest-api/webhooks-events, in a real delivery. */
export const figma = {
  comment: [{ text: "Do you think we could make this pop a little bit more?" }],
  retries: 0,
  file_key: "DGPTIUzgnwZoTJmukb9999",
  mentions: [],
  order_id: "",
  passcode: "myPasscode",
  file_name: "Home page",
  parent_id: "38805422",
  timestamp: "2020-08-31T05:21:04Z",
  comment_id: "38809122",
  created_at: "2020-08-31T05:21:04Z",
  event_type: "FILE_COMMENT",
  webhook_id: "101",
  resolved_at: "",
  triggered_by: { id: "664606760033829999", handle: "Mason Sciotti" },
  protocol_version: "2",
};

/** getsentry/sentry: the test of its feature flag hooks, as LaunchDarkly's audit log sends it. */
export const launchdarkly = {
  _links: {
    canonical: { href: "/api/v2/flags/default/test-flag", type: "application/json" },
    site: { href: "/default/~/features/test-flag", type: "text/html" },
  },
  _id: "1234",
  _accountId: "1234",
  date: 1_729_123_465_221,
  accesses: [{ action: "createFlag", resource: "proj/default:env/test:flag/test-flag" }],
  kind: "flag",
  name: "test flag",
  description: "flag was created",
  shortDescription: "",
  member: { _id: "1234", email: "michelle@example.com", firstName: "Michelle", lastName: "Doe" },
  titleVerb: "created the flag",
  title: "Michelle created the flag [test flag](https://app.launchdarkly.com/default/~/features/test-flag)",
  target: {
    _links: { canonical: { href: "/api/v2/flags/default/test-flag", type: "application/json" } },
    name: "test flag",
    resources: ["proj/default:env/test:flag/test-flag", "proj/default:env/production:flag/test-flag"],
  },
};

/** The order that Shopify's test button sends; its id is more than a JavaScript number can hold. As JSON. */
export const shopify = `{
  "id": 820982911946154508, "email": "jon@doe.ca", "closed_at": null, "created_at": "2020-03-27T13:01:19-04:00",
  "number": 234, "note": null, "token": "123456abcd", "gateway": null, "test": true, "total_price": "5.00",
  "currency": "USD", "financial_status": "paid", "name": "#9999", "order_number": 1234, "tags": "", "cancel_reason": "customer",
  "customer": { "id": 115310627314723954, "email": "john@test.com", "first_name": "John", "last_name": "Smith" }
}`;

/** typeform.com/developers/webhooks/example-payload. */
export const typeform = {
  event_id: "LtWXD3crgy",
  event_type: "form_response",
  form_response: {
    form_id: "lT4Z3j",
    token: "a3a12ec67a1365927098a606107fac15",
    submitted_at: "2018-01-18T18:17:02Z",
    landed_at: "2018-01-18T18:07:02Z",
    calculated: { score: 9 },
    definition: { id: "lT4Z3j", title: "Webhooks example", fields: [{ id: "SMEUb7VJz92Q", type: "email" }] },
    answers: [{ type: "email", email: "laura@example.com", field: { id: "SMEUb7VJz92Q", type: "email" } }],
  },
};

const zendesk = (type: string, subject: string, detail: object, event: object) => ({
  type: `zen:event-type:${type}`,
  account_id: 12_514_403,
  id: "2b24ef10-19d4-4740-93cf-8f98ec4776c0",
  time: "2026-07-04T05:33:18Z",
  zendesk_event_version: "2022-11-06",
  subject,
  detail,
  event,
});

/** developer.zendesk.com/api-reference/webhooks/event-types: ticket, user and messaging events. */
export const zendesks = {
  ticket: zendesk(
    "ticket.status_changed",
    "zen:ticket:35436",
    { id: "35436", status: "OPEN", priority: "URGENT", subject: "Help, I can't log in!", via: { channel: "web" } },
    { current: "OPEN", previous: "NEW" },
  ),
  user: zendesk(
    "user.active_changed",
    "zen:user:6596848315901",
    { id: "6596848315901", email: "priya@example.com", role: "end-user", default_group_id: "0" },
    { current: false, previous: true },
  ),
  message: zendesk(
    "messaging_ticket.message_added",
    "zen:ticket:141",
    { id: "141" },
    {
      actor: { id: "zd:answerBot", name: "Answer Bot", type: "system" },
      conversation_id: "67ab5f53a96f98663935c3f2",
      message: { body: "Hi there. How can I help you today?", id: "67ab5f55155becd183e284cb" },
    },
  ),
};
