import { preset } from "./preset";

export const calCom = preset({
  key: "cal-com",
  label: "Cal.com",
  menu: ["Settings", "Developer", "Webhooks", "New"],
  secretFrom: "us",
  secretName: "Secret",
  docsUrl: "https://cal.com/docs/developing/guides/automation/webhooks",
  config: {
    signature: { scheme: "hmac", header: "X-Cal-Signature-256" },
    event: {
      eventType: "{triggerEvent}",
      actor: {
        id: "{payload.attendees[0].email|payload.responses.email.value}",
        name: '{payload.attendees[0].name|payload.responses.name.value|"Cal.com"}',
      },
      entity: {
        type: "booking",
        id: "{payload.uid|payload.bookingId}",
        name: "{payload.eventTitle|payload.title|payload.type}",
      },
      messages: {
        BOOKING_CREATED: "{$actor} booked {$entity}[ with {payload.organizer.name}]",
        BOOKING_REQUESTED: "{$actor} asked for {$entity}[ with {payload.organizer.name}]",
        BOOKING_RESCHEDULED: "{$actor} moved {$entity}[ with {payload.organizer.name}]",
        BOOKING_CANCELLED:
          "{$entity}[ of {payload.organizer.name}] with {$actor} was cancelled[: {payload.cancellationReason}]",
        BOOKING_REJECTED:
          "{$entity}[ of {payload.organizer.name}] with {$actor} was rejected[: {payload.rejectionReason}]",
        BOOKING_PAID: "{$actor} paid for {$entity}[ with {payload.organizer.name}]",
        MEETING_STARTED: "{$entity}[ of {payload.organizer.name}] with {$actor} started",
        MEETING_ENDED: "{$entity}[ of {payload.organizer.name}] with {$actor} ended",
      },
      timestamp: "{createdAt}",
      metadata: [
        { name: "title", path: "payload.title" },
        { name: "startTime", path: "payload.startTime" },
        { name: "endTime", path: "payload.endTime" },
        { name: "status", path: "payload.status" },
        { name: "location", path: "payload.location" },
        { name: "body", path: "payload.additionalNotes" },
      ],
    },
  },
});

export const calendly = preset({
  key: "calendly",
  label: "Calendly",
  menu: ["API", "POST /webhook_subscriptions"],
  secretFrom: "us",
  secretName: "signing_key",
  hint: "Webhooks are made through the API: give the address as url and the secret as signing_key.",
  docsUrl: "https://developer.calendly.com/api-docs/overview/webhooks/webhook-signatures",
  config: {
    signature: {
      scheme: "hmac",
      header: "Calendly-Webhook-Signature",
      signed: "{timestamp}.{body}",
      list: { timestampKey: "t", signatureKey: "v1" },
      timestamp: { toleranceSeconds: 180 },
    },
    event: {
      eventType: "{event}",
      actor: { id: "{payload.email}", name: '{payload.name|payload.email|"Calendly"}' },
      entity: {
        type: "meeting",
        id: "{payload.scheduled_event.uri|payload.uri}",
        name: '{payload.scheduled_event.name|"a meeting"}',
      },
      messages: {
        "invitee.created": "{$actor} booked {$entity}",
        "invitee.canceled": "{$actor} cancelled {$entity}[: {payload.cancellation.reason}]",
        "invitee_no_show.created": "{$actor} did not show up for {$entity}",
        "invitee_no_show.deleted": "{$actor} did show up for {$entity} after all",
        "routing_form_submission.created": "{$actor} submitted a routing form for {$entity}",
      },
      timestamp: "{created_at}",
      metadata: [
        { name: "startTime", path: "payload.scheduled_event.start_time" },
        { name: "endTime", path: "payload.scheduled_event.end_time" },
        { name: "status", path: "payload.status" },
        { name: "answers", path: "payload.questions_and_answers" },
      ],
    },
  },
});

export const intercom = preset({
  key: "intercom",
  label: "Intercom",
  menu: ["Developer Hub", "Your app", "Configure", "Webhooks"],
  secretFrom: "sender",
  secretName: "Client secret",
  hint: "The client secret is on the app's page Basic information.",
  docsUrl: "https://developers.intercom.com/docs/webhooks",
  config: {
    signature: { scheme: "hmac", header: "X-Hub-Signature", prefix: "sha1=", algorithm: "sha1" },
    deliveryId: { path: "id" },
    event: {
      eventType: "{topic}",
      actor: {
        id: "{data.item.conversation_parts.conversation_parts[0].author.id|data.item.user.id|data.item.source.author.id}",
        name: '{data.item.conversation_parts.conversation_parts[0].author.name|data.item.user.name|data.item.source.author.name|data.item.user.email|"Intercom"}',
      },
      entity: {
        type: "{data.item.type}",
        id: "{data.item.id}",
        name: '{data.item.ticket_attributes._default_title_|data.item.conversation_message.subject|data.item.source.subject|data.item.title|data.item.name|data.item.email|"a conversation"}',
        url: "{data.item.links.conversation_web}",
      },
      messages: {
        "conversation.user.created": "{$actor} started {$entity}",
        "conversation.user.replied": "{$actor} replied in {$entity}",
        "conversation.admin.replied": "{$actor} replied in {$entity}",
        "conversation.admin.noted": "{$actor} left a note in {$entity}",
        "conversation.admin.assigned": "{$actor} assigned {$entity}[ to {data.item.assignee.name}]",
        "conversation.admin.closed": "{$actor} closed {$entity}",
        "conversation.admin.opened": "{$actor} reopened {$entity}",
        "conversation.admin.snoozed": "{$actor} snoozed {$entity}",
        "ticket.created": "{$actor} opened ticket {$entity}",
        "ticket.closed": "{$actor} closed ticket {$entity}",
      },
      timestamp: "{created_at}",
      metadata: [
        { name: "state", path: "data.item.state" },
        { name: "state", path: "data.item.ticket_state.internal_label" },
        { name: "description", path: "data.item.ticket_attributes._default_description_" },
      ],
    },
  },
});

export const shopify = preset({
  key: "shopify",
  label: "Shopify",
  menu: ["Settings", "Notifications", "Webhooks", "Create webhook"],
  secretFrom: "sender",
  secretName: "Signing key",
  hint: "Choose the format JSON. The key that signs stands below the list of webhooks.",
  docsUrl: "https://shopify.dev/docs/apps/build/webhooks/subscribe/https",
  config: {
    signature: { scheme: "hmac", header: "X-Shopify-Hmac-Sha256", encoding: "base64" },
    deliveryId: { header: "X-Shopify-Webhook-Id" },
    event: {
      eventType: "{header:X-Shopify-Topic}",
      actor: { name: "Shopify" },
      entity: {
        id: "{id|order_id}",
        name: "{name|title|email|id|order_id}",
        url: "https://{header:X-Shopify-Shop-Domain}/admin/{$type}s/{id|order_id}",
      },
      messages: {
        "orders/create":
          "{$actor} received order {$entity}[ of {total_price} {currency}][ from {customer.first_name} {customer.last_name}]",
        "orders/paid": "{$actor} received payment for order {$entity}[ of {total_price} {currency}]",
        "orders/fulfilled": "{$actor} fulfilled order {$entity}",
        "orders/cancelled": "{$actor} cancelled order {$entity}[: {cancel_reason}]",
      },
      metadata: [
        "financial_status",
        "fulfillment_status",
        "status",
        "total_price",
        "currency",
        "tags",
        { name: "body", path: "note" },
      ],
    },
  },
});

export const zendesk = preset({
  key: "zendesk",
  label: "Zendesk",
  menu: ["Admin Center", "Apps and integrations", "Webhooks", "Create webhook", "Zendesk events"],
  secretFrom: "sender",
  secretName: "Signing secret",
  hint: "Choose the method POST and the format JSON; the secret is shown on the webhook's page.",
  docsUrl: "https://developer.zendesk.com/documentation/webhooks/verifying/",
  config: {
    signature: {
      scheme: "hmac",
      header: "X-Zendesk-Webhook-Signature",
      encoding: "base64",
      signed: "{timestamp}{body}",
      timestamp: { header: "X-Zendesk-Webhook-Signature-Timestamp", unit: "iso" },
    },
    deliveryId: { path: "id" },
    event: {
      eventType: "{type}",
      eventTypePrefix: "zen:event-type:",
      actor: { id: "{event.actor.id}", name: '{event.actor.name|"Zendesk"}' },
      entity: {
        id: "{detail.id}",
        name: "{detail.subject|detail.name|detail.title|detail.email|detail.id}",
        reference: "#{detail.id}",
      },
      messages: {
        "ticket.created": "{$actor} received ticket {$reference} {$entity}",
        "ticket.status_changed":
          "{$actor} moved ticket {$reference} {$entity}[ from {event.previous}][ to {event.current}]",
        "ticket.priority_changed":
          "{$actor} changed the priority of ticket {$reference} {$entity}[ from {event.previous}][ to {event.current}]",
        "ticket.comment_added": "{$actor} received a comment on ticket {$reference} {$entity}",
        "ticket.agent_assignment_changed": "{$actor} reassigned ticket {$reference} {$entity}",
      },
      timestamp: "{time}",
      metadata: [
        { name: "from", path: "event.previous" },
        { name: "to", path: "event.current" },
        { name: "status", path: "detail.status" },
        { name: "priority", path: "detail.priority" },
        { name: "body", path: "event.comment.body" },
        { name: "body", path: "event.message.body" },
      ],
    },
  },
});
