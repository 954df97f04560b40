"""Answers that several tests tell."""

STORY = (
    "I was the evening clerk at a furniture store. My manager asked me to find out why a business customer was "
    "leaving. I opened her profile in Zendesk, filtered her last nine contacts, and found that seven of them said the "
    "same thing: deliveries came late. I had tagged every call with what people told us and typed their words into the "
    "record. We moved her slot to the morning and she stayed. I learned to write comments down in the customer's own "
    "words."
)
THIN = "I worked in a shop and I looked a customer up in the computer once when she called us about a parcel."
