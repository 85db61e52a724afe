// Shows window.form = {schema, uiSchema, data} with JSON Forms and its vanilla renderers as they come.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import Ajv2020 from 'ajv/dist/2020';

function Form({ form }) {
  const [data, setData] = useState(form.data);
  window.data = data;
  return (
    <JsonForms
      schema={form.schema}
      uischema={form.uiSchema}
      data={data}
      ajv={form.ajv}
      renderers={vanillaRenderers}
      cells={vanillaCells}
      onChange={(state) => setData(state.data)}
    />
  );
}

window.show = (form) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true });
  createRoot(document.getElementById('form')).render(<Form form={{ ...form, ajv }} />);
};
